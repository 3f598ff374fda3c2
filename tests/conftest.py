"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# How long a property takes says something of the machine and nothing of the code; times are measured in benchmarks/.
settings.register_profile(
    "foedera",
    settings.default,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("foedera")
