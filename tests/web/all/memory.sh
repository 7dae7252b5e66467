# memory.sh - see memory.py
exec /usr/bin/python3 -B tests/web/all/memory.py
