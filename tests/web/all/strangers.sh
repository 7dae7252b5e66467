# strangers.sh - see strangers.py
exec /usr/bin/python3 -B tests/web/all/strangers.py
