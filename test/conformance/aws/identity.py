"""STS and IAM."""

import json

from harness import ACCOUNT, client, refused

DOCUMENT = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}


def sts():
    assert client("sts").get_caller_identity()["Account"] == ACCOUNT
    session = client("sts").get_session_token()["Credentials"]
    acting = client("sts", session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
    assert acting.get_caller_identity()["Account"] == ACCOUNT
    refused("SignatureDoesNotMatch", client("sts", secret="wrong").get_caller_identity)
    refused("InvalidClientTokenId", client("sts", key="AKIANOBODY").get_caller_identity)
    refused("InvalidAction", client("sts").get_federation_token, Name="boto")


def users_and_roles():
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
    refused("NoSuchEntity", iam.get_user, UserName="none")
    refused("EntityAlreadyExists", iam.create_user, UserName="boto")
    refused("InvalidAction", iam.create_group, GroupName="boto")
    assert "boto" in [one["UserName"] for page in iam.get_paginator("list_users").paginate() for one in page["Users"]]


def policies():
    iam = client("iam")
    arn = iam.create_policy(PolicyName="boto", PolicyDocument=json.dumps(DOCUMENT))["Policy"]["Arn"]
    iam.attach_role_policy(RoleName="boto", PolicyArn=arn)
    attached = iam.list_attached_role_policies(RoleName="boto")["AttachedPolicies"]
    assert [one["PolicyArn"] for one in attached] == [arn]
    iam.put_role_policy(RoleName="boto", PolicyName="own", PolicyDocument=json.dumps(DOCUMENT))
    assert iam.get_role_policy(RoleName="boto", PolicyName="own")["PolicyDocument"] == DOCUMENT
    version = iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(DOCUMENT), SetAsDefault=True)
    assert version["PolicyVersion"]["VersionId"] == "v2"
    asked = {"PolicySourceArn": iam.get_role(RoleName="boto")["Role"]["Arn"], "ActionNames": ["s3:GetObject", "kms:Sign"]}
    said = iam.simulate_principal_policy(**asked)["EvaluationResults"]
    assert [one["EvalDecision"] for one in said] == ["allowed", "implicitDeny"]
    refused("DeleteConflict", iam.delete_policy, PolicyArn=arn)
    refused("MalformedPolicyDocument", iam.put_role_policy, RoleName="boto", PolicyName="bad", PolicyDocument="{")
