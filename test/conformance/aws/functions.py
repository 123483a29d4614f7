"""Lambda's API and API Gateway's control plane."""

import io
import json
import zipfile

from harness import ACCOUNT, client, refused

ROLE = f"arn:aws:iam::{ACCOUNT}:role/boto-functions"


def archive(code):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        files.writestr("index.js", code)
    return packed.getvalue()


def role():
    iam = client("iam")
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    try:
        iam.create_role(RoleName="boto-functions", AssumeRolePolicyDocument=document)
    except iam.exceptions.EntityAlreadyExistsException:
        pass


def function(name, code):
    """A function that is ready to be invoked; its ARN."""
    role()
    api = client("lambda")
    made = api.create_function(
        FunctionName=name,
        Runtime="nodejs22.x",
        Handler="index.handler",
        Role=ROLE,
        Code={"ZipFile": archive(code)},
    )
    api.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig={"Delay": 1})
    api.add_permission(
        FunctionName=name, StatementId="boto", Action="lambda:InvokeFunction", Principal="secretsmanager.amazonaws.com"
    )
    return made["FunctionArn"]


def lambda_functions():
    api = client("lambda")
    function("boto", "exports.handler = async (event) => ({ got: event, v: 1 });")
    answer = api.invoke(FunctionName="boto", Payload=b'{"a":1}')
    assert json.loads(answer["Payload"].read()) == {"got": {"a": 1}, "v": 1}
    first = api.publish_version(FunctionName="boto")["Version"]
    api.create_alias(FunctionName="boto", Name="live", FunctionVersion=first)
    api.update_function_code(FunctionName="boto", ZipFile=archive("exports.handler = async () => ({ v: 2 });"))
    api.get_waiter("function_updated_v2").wait(FunctionName="boto", WaiterConfig={"Delay": 1})
    assert json.loads(api.invoke(FunctionName="boto")["Payload"].read()) == {"v": 2}
    assert json.loads(api.invoke(FunctionName="boto", Qualifier="live")["Payload"].read())["v"] == 1
    second = api.publish_version(FunctionName="boto")["Version"]
    weights = {"AdditionalVersionWeights": {second: 0.5}}
    told = api.update_alias(FunctionName="boto", Name="live", RoutingConfig=weights)
    assert told["RoutingConfig"] == weights
    assert [one["Version"] for one in api.list_versions_by_function(FunctionName="boto")["Versions"]] == ["$LATEST", first, second]
    assert [one["Name"] for one in api.list_aliases(FunctionName="boto")["Aliases"]] == ["live"]
    assert "boto" in [one["FunctionName"] for page in api.get_paginator("list_functions").paginate() for one in page["Functions"]]


def lambda_settings():
    api = client("lambda")
    api.update_function_configuration(FunctionName="boto", Timeout=7, Environment={"Variables": {"AB": "1"}})
    api.get_waiter("function_updated_v2").wait(FunctionName="boto", WaiterConfig={"Delay": 1})
    settings = api.get_function_configuration(FunctionName="boto")
    assert settings["Timeout"] == 7 and settings["Environment"] == {"Variables": {"AB": "1"}}
    assert api.get_function(FunctionName="boto")["Configuration"]["FunctionArn"] == settings["FunctionArn"]
    failing = "exports.handler = async () => { throw new TypeError('no'); };"
    function("failing", failing)
    answer = api.invoke(FunctionName="failing", LogType="Tail")
    assert answer["FunctionError"] == "Unhandled" and answer["LogResult"]
    assert json.loads(answer["Payload"].read())["errorType"] == "TypeError"
    assert api.invoke(FunctionName="failing", InvocationType="Event")["StatusCode"] == 202
    assert api.invoke(FunctionName="failing", InvocationType="DryRun")["StatusCode"] == 204
    refused("ResourceNotFoundException", api.invoke, FunctionName="none")
    refused("InvalidParameterValueException", api.update_function_configuration, FunctionName="boto", Environment={"Variables": {"1": "x"}})
    refused("ResourceConflictException", api.create_function, FunctionName="boto", Runtime="nodejs22.x", Handler="index.handler", Role=ROLE, Code={"ZipFile": archive(failing)})
    api.delete_function(FunctionName="failing")
    refused("ResourceNotFoundException", api.get_function, FunctionName="failing")
    refused("UnknownOperationException", api.list_layers)


def gateway_keys():
    api = client("apigateway")
    key = api.create_api_key(name="boto", enabled=True)
    assert api.get_api_key(apiKey=key["id"], includeValue=True)["value"] == key["value"]
    plan = api.create_usage_plan(name="boto")["id"]
    api.create_usage_plan_key(usagePlanId=plan, keyId=key["id"], keyType="API_KEY")
    assert [one["id"] for one in api.get_usage_plan_keys(usagePlanId=plan)["items"]] == [key["id"]]
    off = [{"op": "replace", "path": "/enabled", "value": "false"}]
    assert api.update_api_key(apiKey=key["id"], patchOperations=off)["enabled"] is False
    api.delete_usage_plan_key(usagePlanId=plan, keyId=key["id"])
    api.delete_api_key(apiKey=key["id"])
    refused("NotFoundException", api.get_api_key, apiKey=key["id"])


def gateway_stages():
    api = client("apigateway")
    [platform] = api.get_rest_apis()["items"]
    [stage] = api.get_stages(restApiId=platform["id"])["item"]
    place = {"restApiId": platform["id"], "stageName": stage["stageName"]}
    assert api.get_stage(**place)["deploymentId"] == stage["deploymentId"]
    assert len(api.get_authorizers(restApiId=platform["id"])["items"]) == 1
    assert "/health" in [one["path"] for page in api.get_paginator("get_resources").paginate(restApiId=platform["id"]) for one in page["items"]]
    api.flush_stage_authorizers_cache(**place)
    changed = api.update_stage(**place, patchOperations=[{"op": "replace", "path": "/variables/a", "value": "1"}])
    assert changed["variables"]["a"] == "1"
    refused("NotFoundException", api.get_stage, restApiId=platform["id"], stageName="none")
    refused("UnknownOperationException", api.get_domain_names)
