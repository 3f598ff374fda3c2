"""Foedera reads the public record of international defence cooperation."""
