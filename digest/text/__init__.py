"""Strings in, values out; imports nothing else of ours."""
