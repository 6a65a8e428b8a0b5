"""Address books: what an import would change, the import itself, and the names that it brings to mind."""
