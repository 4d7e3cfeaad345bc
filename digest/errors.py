"""Errors for the operator: each message names the thing, the fault and what to do."""


class DigestError(Exception):
    """Base of everything Digest raises on purpose; the command line prints its message and exits 1."""


class UsageError(DigestError):
    """The command was called wrongly (exit 2)."""


class SettingsError(DigestError):
    """One or more settings are wrong; the message lists all faults."""


class LockedError(DigestError):
    """Another build holds the lock (exit 75)."""


class StateError(DigestError):
    """The state cannot be read or written as it is."""


class ProofError(DigestError):
    """The finished site prints words that no stored article holds: nothing is published."""
