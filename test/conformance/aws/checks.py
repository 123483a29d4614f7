"""Checks the AWS endpoint of the built `arcube dev` with boto3. Run from the project's root."""

from functions import gateway_keys, gateway_stages, lambda_functions, lambda_settings
from harness import run
from identity import policies, sts, users_and_roles
from keys import kms, kms_pairs, parameters, secret_rotation, secrets
from objects import absent_subresources, multipart, objects, versions
from watching import absent_services, alarms, logs, metrics

# the clock is moved by the alarms: they come last
run(
    [
        sts,
        users_and_roles,
        policies,
        kms,
        kms_pairs,
        secrets,
        secret_rotation,
        parameters,
        lambda_functions,
        lambda_settings,
        gateway_keys,
        gateway_stages,
        objects,
        multipart,
        versions,
        absent_subresources,
        logs,
        metrics,
        absent_services,
        alarms,
    ]
)
