"""The way to the account of the organisation and back."""
