"""Files as they lie on the disk: read within bounds, looked for in folders and zips, decoded."""
