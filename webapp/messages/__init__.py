"""The mails to a user, and which ones they want."""
