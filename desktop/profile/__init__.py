"""Profile: the person's own facts, by theme; where each went; taking facts over from a file and giving them out."""
