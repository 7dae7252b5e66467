# faults.sh - see faults.py
exec /usr/bin/python3 -B tests/web/security/faults.py
