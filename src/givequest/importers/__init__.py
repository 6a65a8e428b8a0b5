"""Importers: address books as other programs export them, told by what is in a file and read into contacts.

Each source or family of them has a module with an `Importer`, and a row in `registry.py`. Nothing here knows where
contacts are kept, and nothing here sends or fetches anything.
"""
