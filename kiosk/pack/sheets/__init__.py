"""What organisers write: files in, tables of texts out."""
