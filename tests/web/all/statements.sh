# statements.sh - see tests/sql/statements.py
exec /usr/bin/python3 -B tests/sql/statements.py
