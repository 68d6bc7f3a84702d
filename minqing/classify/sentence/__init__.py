"""What one sentence tells: its place, who speaks, whether it is settled, by when, and whether it is a matter at all."""
