"""From what is known of a story to what its page says; from the stories of a day to its edition."""
