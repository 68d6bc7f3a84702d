"""What is typed: Typer declares, plain functions do."""
