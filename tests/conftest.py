"""For all tests. Fixtures live beside the tests that use them; see the head of each folder's conftest.py."""

from hypothesis import HealthCheck, settings

# No test may fail because the machine is busy. The same examples in every run: a failure is the fault of the change
# that is tested. To look further, run with --hypothesis-profile=explore.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", settings.get_profile("steady"), derandomize=False, max_examples=1000)
settings.load_profile("steady")
