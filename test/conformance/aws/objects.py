"""S3, multipart uploads and versions included."""

import io
import urllib.request

from harness import client, refused

PART = 5 * 1024 * 1024


def objects():
    api = client("s3")
    api.create_bucket(Bucket="boto", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    api.put_object(Bucket="boto", Key="a/ü b", Body=b"body", Metadata={"m": "1"})
    found = api.get_object(Bucket="boto", Key="a/ü b")
    assert found["Body"].read() == b"body" and found["Metadata"] == {"m": "1"}
    assert api.get_object(Bucket="boto", Key="a/ü b", Range="bytes=1-2")["Body"].read() == b"od"
    api.upload_fileobj(io.BytesIO(b"x" * (12 * 1024 * 1024)), "boto", "big")
    assert api.head_object(Bucket="boto", Key="big")["ContentLength"] == 12 * 1024 * 1024
    listed = api.list_objects_v2(Bucket="boto", Delimiter="/")
    assert [one["Prefix"] for one in listed["CommonPrefixes"]] == ["a/"]
    assert [one["Key"] for one in listed["Contents"]] == ["big"]
    link = api.generate_presigned_url("get_object", Params={"Bucket": "boto", "Key": "a/ü b"}, ExpiresIn=60)
    assert urllib.request.urlopen(link).read() == b"body"
    api.copy_object(Bucket="boto", Key="copy", CopySource={"Bucket": "boto", "Key": "a/ü b"})
    assert api.get_object(Bucket="boto", Key="copy")["Body"].read() == b"body"
    refused("NoSuchKey", api.get_object, Bucket="boto", Key="none")
    refused("BucketNotEmpty", api.delete_bucket, Bucket="boto")
    api.delete_objects(Bucket="boto", Delete={"Objects": [{"Key": "a/ü b"}, {"Key": "big"}, {"Key": "copy"}]})
    api.delete_bucket(Bucket="boto")
    refused("NoSuchBucket", api.list_objects_v2, Bucket="boto")


def multipart():
    api = client("s3")
    api.create_bucket(Bucket="parts", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    place = {"Bucket": "parts", "Key": "k"}
    upload = api.create_multipart_upload(**place)["UploadId"]
    tags = [
        api.upload_part(**place, UploadId=upload, PartNumber=number, Body=body)["ETag"]
        for number, body in ((1, b"a" * PART), (2, b"b"))
    ]
    assert [one["PartNumber"] for one in api.list_parts(**place, UploadId=upload)["Parts"]] == [1, 2]
    parts = [{"PartNumber": at + 1, "ETag": tag} for at, tag in enumerate(tags)]
    refused("InvalidPartOrder", api.complete_multipart_upload, **place, UploadId=upload, MultipartUpload={"Parts": parts[::-1]})
    whole = api.complete_multipart_upload(**place, UploadId=upload, MultipartUpload={"Parts": parts})
    assert whole["ETag"].endswith('-2"') and api.head_object(**place)["ContentLength"] == PART + 1
    given_up = api.create_multipart_upload(**place)["UploadId"]
    api.abort_multipart_upload(**place, UploadId=given_up)
    refused("NoSuchUpload", api.list_parts, **place, UploadId=given_up)


def versions():
    api = client("s3")
    place = {"Bucket": "parts", "Key": "v"}
    api.put_bucket_versioning(Bucket="parts", VersioningConfiguration={"Status": "Enabled"})
    first, second = (api.put_object(**place, Body=body)["VersionId"] for body in (b"1", b"2"))
    assert api.get_object(**place)["Body"].read() == b"2"
    assert api.get_object(**place, VersionId=first)["Body"].read() == b"1"
    marker = api.delete_object(**place)
    assert marker["DeleteMarker"]
    refused("NoSuchKey", api.get_object, **place)
    api.delete_object(**place, VersionId=marker["VersionId"])
    listed = api.list_object_versions(Bucket="parts", Prefix="v")["Versions"]
    assert [(one["VersionId"], one["IsLatest"]) for one in listed] == [(second, True), (first, False)]
    refused("NoSuchVersion", api.get_object, **place, VersionId="3" * 32)


def absent_subresources():
    refused("NotImplemented", client("s3").get_bucket_acl, Bucket="parts")
    refused("NotImplemented", client("s3").get_bucket_cors, Bucket="parts")
