"""Jobs, mails and the words they share with the web."""
