"""CloudWatch: logs, metrics and alarms; and services that are not there."""

import datetime
import time

from harness import arcube, client, eventually, refused


def logs():
    api = client("logs")
    api.create_log_group(logGroupName="boto")
    api.put_retention_policy(logGroupName="boto", retentionInDays=7)
    [group] = api.describe_log_groups(logGroupNamePrefix="boto")["logGroups"]
    assert group["retentionInDays"] == 7
    api.create_log_stream(logGroupName="boto", logStreamName="s")
    now = int(datetime.datetime.now().timestamp() * 1000)
    place = {"logGroupName": "boto", "logStreamName": "s"}
    events = [{"timestamp": now, "message": "hello"}, {"timestamp": now + 1, "message": '{"level":"warn"}'}]
    api.put_log_events(**place, logEvents=events)
    found = api.filter_log_events(logGroupName="boto", filterPattern="hello")["events"]
    assert [one["message"] for one in found] == ["hello"]
    found = api.filter_log_events(logGroupName="boto", filterPattern='{ $.level = "warn" }')["events"]
    assert len(found) == 1
    assert len(api.get_log_events(**place, startFromHead=True)["events"]) == 2
    refused("ResourceAlreadyExistsException", api.create_log_group, logGroupName="boto")
    refused("ResourceNotFoundException", api.get_log_events, logGroupName="none", logStreamName="s")
    refused("UnknownOperationException", api.describe_queries)


def metrics():
    api = client("cloudwatch")
    sample = {"MetricName": "m", "Unit": "Count", "Dimensions": [{"Name": "d", "Value": "1"}]}
    api.put_metric_data(Namespace="Boto", MetricData=[{**sample, "Value": 3}, {**sample, "Value": 5}])
    now = datetime.datetime.now(datetime.timezone.utc)
    start, end = now - datetime.timedelta(minutes=5), now + datetime.timedelta(minutes=1)
    asked = {"Namespace": "Boto", "MetricName": "m", "Dimensions": sample["Dimensions"]}
    points = api.get_metric_statistics(**asked, StartTime=start, EndTime=end, Period=60, Statistics=["Sum", "Maximum"])["Datapoints"]
    assert sum(one["Sum"] for one in points) == 8.0 and isinstance(points[0]["Timestamp"], datetime.datetime)
    query = {"Id": "m1", "MetricStat": {"Metric": asked, "Period": 60, "Stat": "SampleCount"}}
    double = {"Id": "m2", "Expression": "m1 * 2"}
    results = api.get_metric_data(MetricDataQueries=[query, double], StartTime=start, EndTime=end)["MetricDataResults"]
    assert [sum(one["Values"]) for one in results] == [2.0, 4.0]
    assert [one["MetricName"] for one in api.list_metrics(Namespace="Boto")["Metrics"]] == ["m"]
    refused("UnknownOperationException", api.describe_anomaly_detectors)


def alarms():
    api = client("cloudwatch")
    rule = {"EvaluationPeriods": 1, "Threshold": 1, "ComparisonOperator": "GreaterThanThreshold"}
    api.put_metric_alarm(AlarmName="a", Namespace="Boto", MetricName="n", Period=60, Statistic="Sum", **rule)
    state = lambda: api.describe_alarms(AlarmNames=["a"])["MetricAlarms"][0]["StateValue"]
    assert state() == "INSUFFICIENT_DATA", state()
    if time.time() % 60 > 50:  # the sample and the clock's move have to be of one minute
        time.sleep(60 - time.time() % 60)
    api.put_metric_data(Namespace="Boto", MetricData=[{"MetricName": "n", "Value": 3}])
    arcube("clock", "+1m")
    eventually(lambda: state() == "ALARM", "the alarm")
    history = api.describe_alarm_history(AlarmName="a")["AlarmHistoryItems"]
    assert "StateUpdate" in [one["HistoryItemType"] for one in history], history
    api.set_alarm_state(AlarmName="a", StateValue="OK", StateReason="by hand")
    assert state() == "OK", state()  # AWS: until it is evaluated the next time
    arcube("clock", "+1m")
    eventually(lambda: state() != "OK", "the alarm’s own state")
    refused("ResourceNotFound", api.set_alarm_state, AlarmName="none", StateValue="OK", StateReason="r")
    api.delete_alarms(AlarmNames=["a"])
    assert api.describe_alarms(AlarmNames=["a"])["MetricAlarms"] == []


def absent_services():
    refused("UnknownOperationException", client("dynamodb").list_tables)
    refused("InvalidAction", client("sns").list_topics)
    refused("UnknownOperationException", client("stepfunctions").list_state_machines)
