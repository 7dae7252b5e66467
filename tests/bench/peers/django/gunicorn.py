"""gunicorn.py - as many processes as one of our screens has."""
import os

bind = "unix:" + os.environ["SOCKET"]
backlog = 511
workers = int(os.environ["WORKERS"])
worker_class = "sync"
worker_tmp_dir = "/dev/shm"
preload_app = True
max_requests = 0
loglevel = "warning"
errorlog = "-"
accesslog = None
