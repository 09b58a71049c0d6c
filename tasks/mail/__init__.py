"""How a mail is made and delivered: letter, templates, MIME, transport."""
