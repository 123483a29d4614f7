"""Checks the AWS endpoint with boto3. Usage: checks.py COMMAND...; the command serves it and prints its address."""

import datetime
import io
import json
import subprocess
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

server = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
url = server.stdout.readline().strip()
CONFIG = Config(retries={"max_attempts": 1})


def client(name, key="test", secret="test", token=None, region="eu-central-1"):
    return boto3.client(
        name,
        endpoint_url=url,
        region_name=region,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        config=CONFIG,
    )


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response["Error"]
        return
    raise AssertionError(f"{code} was expected")


def kms():
    api = client("kms")
    key = api.create_key(Description="boto")["KeyMetadata"]["KeyId"]
    sealed = api.encrypt(KeyId=key, Plaintext=b"hidden", EncryptionContext={"a": "b"})["CiphertextBlob"]
    assert api.decrypt(CiphertextBlob=sealed, EncryptionContext={"a": "b"})["Plaintext"] == b"hidden"
    refused("InvalidCiphertextException", api.decrypt, CiphertextBlob=sealed)
    pair = api.create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
    signed = api.sign(KeyId=pair, Message=b"m", SigningAlgorithm="ECDSA_SHA_256")["Signature"]
    assert api.verify(KeyId=pair, Message=b"m", Signature=signed, SigningAlgorithm="ECDSA_SHA_256")["SignatureValid"]
    assert isinstance(api.describe_key(KeyId=key)["KeyMetadata"]["CreationDate"], datetime.datetime)
    refused("NotFoundException", api.describe_key, KeyId="alias/none")


def secrets():
    api = client("secretsmanager")
    arn = api.create_secret(Name="boto", SecretString="one")["ARN"]
    api.put_secret_value(SecretId=arn, SecretString="two")
    assert api.get_secret_value(SecretId="boto")["SecretString"] == "two"
    assert api.get_secret_value(SecretId="boto", VersionStage="AWSPREVIOUS")["SecretString"] == "one"
    assert [one["Name"] for one in api.list_secrets()["SecretList"]] == ["boto"]
    refused("ResourceExistsException", api.create_secret, Name="boto", SecretString="x")


def parameters():
    api = client("ssm")
    api.put_parameter(Name="/a/b", Value="v", Type="SecureString")
    found = api.get_parameters_by_path(Path="/a", WithDecryption=True)["Parameters"]
    assert [one["Value"] for one in found] == ["v"]
    refused("ParameterNotFound", api.get_parameter, Name="/none")


def identity():
    iam = client("iam")
    user = iam.create_user(UserName="boto")["User"]
    key = iam.create_access_key(UserName="boto")["AccessKey"]
    own = client("sts", key["AccessKeyId"], key["SecretAccessKey"])
    assert own.get_caller_identity()["Arn"] == user["Arn"]
    trust = {"Effect": "Allow", "Principal": {"AWS": user["Arn"]}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    role = iam.create_role(RoleName="boto", AssumeRolePolicyDocument=document)["Role"]
    assert role["AssumeRolePolicyDocument"]["Statement"] == [trust]
    session = own.assume_role(RoleArn=role["Arn"], RoleSessionName="run")["Credentials"]
    acting = client("sts", session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
    assert acting.get_caller_identity()["Arn"].endswith(":assumed-role/boto/run")
    refused("SignatureDoesNotMatch", client("sts", secret="wrong").get_caller_identity)
    refused("InvalidClientTokenId", client("sts", key="AKIANOBODY").get_caller_identity)
    refused("NoSuchEntity", iam.get_user, UserName="none")
    assert len(list(iam.get_paginator("list_users").paginate())[0]["Users"]) == 1


def objects():
    api = client("s3")
    api.create_bucket(Bucket="boto", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    api.put_object(Bucket="boto", Key="a/ü b", Body=b"body", Metadata={"m": "1"})
    found = api.get_object(Bucket="boto", Key="a/ü b")
    assert found["Body"].read() == b"body" and found["Metadata"] == {"m": "1"}
    api.upload_fileobj(io.BytesIO(b"x" * (12 * 1024 * 1024)), "boto", "big")
    assert api.head_object(Bucket="boto", Key="big")["ContentLength"] == 12 * 1024 * 1024
    listed = api.list_objects_v2(Bucket="boto", Delimiter="/")
    assert [one["Prefix"] for one in listed["CommonPrefixes"]] == ["a/"]
    assert [one["Key"] for one in listed["Contents"]] == ["big"]
    link = api.generate_presigned_url("get_object", Params={"Bucket": "boto", "Key": "a/ü b"}, ExpiresIn=60)
    import urllib.request

    assert urllib.request.urlopen(link).read() == b"body"
    refused("NoSuchKey", api.get_object, Bucket="boto", Key="none")
    api.delete_objects(Bucket="boto", Delete={"Objects": [{"Key": "a/ü b"}, {"Key": "big"}]})
    api.delete_bucket(Bucket="boto")


def gateway():
    api = client("apigateway")
    key = api.create_api_key(name="boto", enabled=True)
    assert api.get_api_key(apiKey=key["id"], includeValue=True)["value"] == key["value"]
    plan = api.create_usage_plan(name="boto")["id"]
    api.create_usage_plan_key(usagePlanId=plan, keyId=key["id"], keyType="API_KEY")
    assert [one["id"] for one in api.get_usage_plan_keys(usagePlanId=plan)["items"]] == [key["id"]]
    refused("NotFoundException", api.get_api_key, apiKey="none")


def metrics():
    api = client("cloudwatch")
    api.put_metric_data(Namespace="Boto", MetricData=[{"MetricName": "m", "Value": 3, "Unit": "Count"}])
    now = datetime.datetime.now(datetime.timezone.utc)
    start, end = now - datetime.timedelta(minutes=5), now + datetime.timedelta(minutes=1)
    asked = {"Namespace": "Boto", "MetricName": "m", "StartTime": start, "EndTime": end}
    points = api.get_metric_statistics(**asked, Period=60, Statistics=["Sum"])["Datapoints"]
    assert [one["Sum"] for one in points] == [3.0] and isinstance(points[0]["Timestamp"], datetime.datetime)
    rule = {"EvaluationPeriods": 1, "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold"}
    api.put_metric_alarm(AlarmName="a", Namespace="Boto", MetricName="m", Period=60, Statistic="Sum", **rule)
    assert [one["AlarmName"] for one in api.describe_alarms()["MetricAlarms"]] == ["a"]
    refused("ResourceNotFound", api.set_alarm_state, AlarmName="none", StateValue="OK", StateReason="r")


def logs():
    api = client("logs")
    api.create_log_group(logGroupName="boto")
    api.create_log_stream(logGroupName="boto", logStreamName="s")
    now = int(datetime.datetime.now().timestamp() * 1000)
    api.put_log_events(logGroupName="boto", logStreamName="s", logEvents=[{"timestamp": now, "message": "hello"}])
    assert [one["message"] for one in api.filter_log_events(logGroupName="boto", filterPattern="hello")["events"]] == ["hello"]
    refused("ResourceAlreadyExistsException", api.create_log_group, logGroupName="boto")


failed = 0
try:
    for check in (kms, secrets, parameters, identity, objects, gateway, metrics, logs):
        try:
            check()
            print(f"ok   {check.__name__}")
        except Exception as error:  # every check is to be heard
            failed += 1
            print(f"FAIL {check.__name__}: {type(error).__name__}: {error}")
finally:
    server.stdin.close()
    server.wait(timeout=10)
sys.exit(1 if failed else 0)
