"""The facts of a walk: day, time, weather, people, route, steps, wherever a line or a sentence tells them."""
