"""KMS, Secrets Manager and SSM parameters."""

import datetime
import hashlib

from functions import function
from harness import client, eventually, refused


def kms():
    api = client("kms")
    key = api.create_key(Description="boto")["KeyMetadata"]["KeyId"]
    sealed = api.encrypt(KeyId=key, Plaintext=b"hidden", EncryptionContext={"a": "b"})["CiphertextBlob"]
    assert api.decrypt(CiphertextBlob=sealed, EncryptionContext={"a": "b"})["Plaintext"] == b"hidden"
    refused("InvalidCiphertextException", api.decrypt, CiphertextBlob=sealed)
    data = api.generate_data_key(KeyId=key, KeySpec="AES_256")
    assert api.decrypt(CiphertextBlob=data["CiphertextBlob"])["Plaintext"] == data["Plaintext"]
    assert isinstance(api.describe_key(KeyId=key)["KeyMetadata"]["CreationDate"], datetime.datetime)
    api.create_alias(AliasName="alias/boto", TargetKeyId=key)
    assert api.describe_key(KeyId="alias/boto")["KeyMetadata"]["KeyId"] == key
    api.rotate_key_on_demand(KeyId=key)
    assert [one["RotationType"] for one in api.list_key_rotations(KeyId=key)["Rotations"]] == ["ON_DEMAND"]
    assert api.decrypt(CiphertextBlob=sealed, EncryptionContext={"a": "b"})["Plaintext"] == b"hidden"
    api.disable_key(KeyId=key)
    refused("DisabledException", api.encrypt, KeyId=key, Plaintext=b"x")
    refused("NotFoundException", api.describe_key, KeyId="alias/none")
    refused("UnknownOperationException", api.list_grants, KeyId=key)


def kms_pairs():
    api = client("kms")
    for spec, algorithm in (("ECC_NIST_P256", "ECDSA_SHA_256"), ("RSA_2048", "RSASSA_PSS_SHA_256")):
        pair = api.create_key(KeySpec=spec, KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
        signed = api.sign(KeyId=pair, Message=b"m", SigningAlgorithm=algorithm)["Signature"]
        told = {"KeyId": pair, "Signature": signed, "SigningAlgorithm": algorithm}
        assert api.verify(**told, Message=b"m")["SignatureValid"]
        digest = hashlib.sha256(b"m").digest()
        assert api.verify(**told, Message=digest, MessageType="DIGEST")["SignatureValid"]
        refused("KMSInvalidSignatureException", api.verify, **told, Message=b"n")
        assert api.get_public_key(KeyId=pair)["PublicKey"][0] == 0x30


def secrets():
    api = client("secretsmanager")
    first = api.create_secret(Name="boto", SecretString="one")
    second = api.put_secret_value(SecretId=first["ARN"], SecretString="two")["VersionId"]
    assert api.get_secret_value(SecretId="boto")["SecretString"] == "two"
    assert api.get_secret_value(SecretId="boto", VersionStage="AWSPREVIOUS")["SecretString"] == "one"
    moved = {"MoveToVersionId": first["VersionId"], "RemoveFromVersionId": second}
    api.update_secret_version_stage(SecretId="boto", VersionStage="AWSCURRENT", **moved)
    assert api.get_secret_value(SecretId="boto")["SecretString"] == "one"
    stages = api.describe_secret(SecretId="boto")["VersionIdsToStages"]
    assert stages == {first["VersionId"]: ["AWSCURRENT"], second: ["AWSPREVIOUS"]}
    listed = api.list_secrets(Filters=[{"Key": "name", "Values": ["boto"]}])["SecretList"]
    assert [one["Name"] for one in listed] == ["boto"]
    refused("ResourceExistsException", api.create_secret, Name="boto", SecretString="x")
    refused("ResourceNotFoundException", api.get_secret_value, SecretId="none")
    refused("UnknownOperationException", api.replicate_secret_to_regions, SecretId="boto", AddReplicaRegions=[{"Region": "us-east-1"}])


ROTATOR = """
const { SecretsManagerClient, GetSecretValueCommand, PutSecretValueCommand, UpdateSecretVersionStageCommand, DescribeSecretCommand } =
  require('@aws-sdk/client-secrets-manager');
const api = new SecretsManagerClient({});
exports.handler = async ({ Step, SecretId, ClientRequestToken }) => {
  if (Step === 'createSecret') {
    const { SecretString } = await api.send(new GetSecretValueCommand({ SecretId }));
    const next = { SecretId, ClientRequestToken, SecretString: SecretString + '+', VersionStages: ['AWSPENDING'] };
    await api.send(new PutSecretValueCommand(next));
  }
  if (Step === 'testSecret')
    await api.send(new GetSecretValueCommand({ SecretId, VersionId: ClientRequestToken, VersionStage: 'AWSPENDING' }));
  if (Step === 'finishSecret') {
    const { VersionIdsToStages } = await api.send(new DescribeSecretCommand({ SecretId }));
    const [now] = Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes('AWSCURRENT'));
    const move = { MoveToVersionId: ClientRequestToken, RemoveFromVersionId: now };
    await api.send(new UpdateSecretVersionStageCommand({ SecretId, VersionStage: 'AWSCURRENT', ...move }));
  }
};
"""


def secret_rotation():
    api = client("secretsmanager")
    api.create_secret(Name="turning", SecretString="a")
    arn = function("rotator", ROTATOR)
    rules = {"RotationRules": {"AutomaticallyAfterDays": 30}}
    api.rotate_secret(SecretId="turning", RotationLambdaARN=arn, **rules)
    eventually(lambda: api.get_secret_value(SecretId="turning")["SecretString"] == "a+", "the rotated value")
    assert api.get_secret_value(SecretId="turning", VersionStage="AWSPREVIOUS")["SecretString"] == "a"
    assert api.describe_secret(SecretId="turning")["RotationEnabled"]


def parameters():
    api = client("ssm")
    api.put_parameter(Name="/a/b", Value="v", Type="SecureString")
    found = api.get_parameters_by_path(Path="/a", WithDecryption=True)["Parameters"]
    assert [one["Value"] for one in found] == ["v"]
    refused("ParameterAlreadyExists", api.put_parameter, Name="/a/b", Value="w", Type="String")
    assert api.put_parameter(Name="/a/b", Value="w", Overwrite=True)["Version"] == 2
    api.label_parameter_version(Name="/a/b", ParameterVersion=1, Labels=["old"])
    assert api.get_parameter(Name="/a/b:old", WithDecryption=True)["Parameter"]["Value"] == "v"
    assert [one["Version"] for one in api.get_parameter_history(Name="/a/b")["Parameters"]] == [1, 2]
    refused("ParameterNotFound", api.get_parameter, Name="/none")
    refused("UnknownOperationException", api.list_documents)
