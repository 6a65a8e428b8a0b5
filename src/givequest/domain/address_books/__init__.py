"""Address books: files that a person brought, and the contacts in them. A contact is nobody's list."""
