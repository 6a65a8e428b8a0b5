"""Address books in words: what an import would change and has changed."""
