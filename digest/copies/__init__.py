"""Articles folded into copy groups: what is a copy of what, and what each copy adds."""
