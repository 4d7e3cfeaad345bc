"""Copy groups gathered into stories."""
