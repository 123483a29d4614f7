"""What the checks share: an emulator of their own, clients for it, and refusals."""

import json
import shutil
import subprocess
import sys
import tempfile
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

FOLDER = tempfile.mkdtemp(prefix="arcube-boto3-")
ACCOUNT = "000000000000"
REGION = "eu-central-1"


def start():
    """The built command, as a person runs it; nothing of the project's own code is called."""
    words = ["node", "bin/run.js", "dev", "--json", "--fresh", "--project", FOLDER]
    ports = ["--port", "0", "--aws-port", "0"]
    running = subprocess.Popen([*words, *ports], stdout=subprocess.PIPE, text=True)
    for line in running.stdout:
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("event") == "ready":
            return running, event["urls"]
    raise SystemExit("arcube dev did not become ready")


server, urls = start()


def stop():
    server.terminate()
    server.wait(timeout=30)
    shutil.rmtree(FOLDER, ignore_errors=True)


def arcube(*words):
    subprocess.run(["node", "bin/run.js", *words, "--project", FOLDER], check=True, stdout=subprocess.DEVNULL)


def client(name, key="test", secret="test", token=None, region=REGION):
    return boto3.client(
        name,
        endpoint_url=urls["aws"],
        region_name=region,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        config=Config(retries={"max_attempts": 1}),
    )


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response["Error"]
        return
    raise AssertionError(f"{code} was expected")


def eventually(seen, what):
    for _ in range(100):
        if seen():
            return
        time.sleep(0.1)
    raise AssertionError(f"{what} was not seen")


def run(checks):
    failed = 0
    try:
        for check in checks:
            try:
                check()
                print(f"ok   {check.__name__}")
            except Exception as error:  # every check is to be heard
                failed += 1
                print(f"FAIL {check.__name__}: {type(error).__name__}: {error}")
    finally:
        stop()
    sys.exit(1 if failed else 0)
