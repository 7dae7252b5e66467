"""foretold.py - what the rights table foretells, computed from its file.

Written anew here and not asked of the programs, so that the one watches the
other (lib/account/rights.c).
"""
from instance import rights

TABLE = rights()


def verdict(screen, act, person, table=None):
    """may, login, code, not, state - see lib/account/rights.h."""
    role_fits = False
    for name, allowed, names, in_states in table or TABLE:
        if name != screen.name or allowed not in ("*", act):
            continue
        if "anyone" not in names:
            if person is None:
                continue
            mine = "code" if person.stage == "code" else person.role
            if mine not in names:
                continue
        state = person.state if person else ""
        if "*" in in_states or state in in_states:
            return "may"
        role_fits = True
    if role_fits:
        return "state"
    if person is None:
        return "login"
    return "code" if person.stage == "code" else "not"
