"""The embedded MongoDB as pymongo sees it: python checks.py SERVER-COMMAND…

Starts the server, which tells its two addresses in one line of JSON, and runs each check. Prints one line a check;
ends with 1 when one fails.
"""

import datetime
import json
import subprocess
import sys
import traceback
import uuid

import bson
import gridfs
import pymongo
from bson.binary import UuidRepresentation
from bson.codec_options import CodecOptions
from pymongo import InsertOne, ReturnDocument, UpdateOne
from pymongo.errors import BulkWriteError, DuplicateKeyError, OperationFailure


def crud(open_client, _secured):
    things = open_client.shop.things
    things.insert_many([{"_id": n, "n": n, "tags": [n, n + 1]} for n in range(100)])
    assert things.count_documents({"n": {"$gte": 90}}) == 10
    assert [d["_id"] for d in things.find({"tags": 7}).sort("n", -1)] == [7, 6]
    changed = things.update_many({"n": {"$lt": 5}}, {"$inc": {"n": 1000}, "$push": {"tags": "x"}})
    assert (changed.matched_count, changed.modified_count) == (5, 5)
    after = things.find_one_and_update({"_id": 50}, {"$set": {"a.b": 1}}, return_document=ReturnDocument.AFTER)
    assert after["a"] == {"b": 1}
    assert things.delete_many({"n": {"$gte": 1000}}).deleted_count == 5
    try:
        things.insert_one({"_id": 50})
        raise AssertionError("a duplicate was taken")
    except DuplicateKeyError as error:
        assert error.details["keyValue"] == {"_id": 50}


def types(open_client, _secured):
    options = CodecOptions(uuid_representation=UuidRepresentation.STANDARD, tz_aware=True)
    values = open_client.shop.get_collection("values", codec_options=options)
    document = {
        "_id": bson.ObjectId(),
        "int": 2**31 - 1,
        "long": bson.Int64(2**40),
        "double": 3.0,
        "decimal": bson.Decimal128("1.50"),
        "date": datetime.datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=datetime.timezone.utc),
        "uuid": uuid.UUID("0123456789abcdef0123456789abcdef"),
        "bytes": b"\x00\xff",
        "regex": bson.Regex("^a", "i"),
        "timestamp": bson.Timestamp(5, 6),
        "min": bson.MinKey(),
        "max": bson.MaxKey(),
        "10": "field order is kept",
        "9": None,
    }
    values.insert_one(document)
    found = values.find_one()
    assert found == document and list(found) == list(document)
    assert isinstance(found["long"], bson.Int64) and isinstance(found["double"], float)


def bulk_and_retries(open_client, _secured):
    jobs = open_client.shop.jobs
    jobs.create_index("key", unique=True)
    writes = [InsertOne({"key": 1}), UpdateOne({"key": 2}, {"$set": {"a": 1}}, upsert=True), InsertOne({"key": 1})]
    try:
        jobs.bulk_write(writes, ordered=False)
        raise AssertionError("a duplicate was taken")
    except BulkWriteError as error:
        assert error.details["nInserted"] == 1 and error.details["nUpserted"] == 1
        assert error.details["writeErrors"][0]["code"] == 11000
    open_client.admin.command(
        "configureFailPoint",
        "failCommand",
        mode={"times": 1},
        data={"failCommands": ["insert"], "errorCode": 91, "errorLabels": ["RetryableWriteError"]},
    )
    jobs.insert_one({"key": 3})
    assert jobs.count_documents({"key": 3}) == 1


def aggregation(open_client, _secured):
    orders = open_client.shop.orders
    orders.insert_many([{"customer": n % 3, "amount": n} for n in range(30)])
    totals = orders.aggregate(
        [
            {"$group": {"_id": "$customer", "total": {"$sum": "$amount"}, "most": {"$max": "$amount"}}},
            {"$sort": {"_id": 1}},
            {"$lookup": {"from": "orders", "localField": "most", "foreignField": "amount", "as": "best"}},
            {"$project": {"total": 1, "best": {"$size": "$best"}}},
        ]
    )
    assert list(totals) == [
        {"_id": 0, "total": 135, "best": 1},
        {"_id": 1, "total": 145, "best": 1},
        {"_id": 2, "total": 155, "best": 1},
    ]
    assert len(list(orders.aggregate([{"$match": {}}], batchSize=7))) == 30


def transactions(open_client, _secured):
    accounts = open_client.shop.accounts
    accounts.insert_many([{"_id": "a", "n": 10}, {"_id": "b", "n": 0}])

    def move(session):
        accounts.update_one({"_id": "a"}, {"$inc": {"n": -4}}, session=session)
        accounts.update_one({"_id": "b"}, {"$inc": {"n": 4}}, session=session)
        assert accounts.find_one({"_id": "b"})["n"] == 0

    with open_client.start_session() as session:
        session.with_transaction(move)
        assert [d["n"] for d in accounts.find().sort("_id")] == [6, 4]
        session.start_transaction()
        accounts.delete_many({}, session=session)
        session.abort_transaction()
    assert accounts.count_documents({}) == 2


def files(open_client, _secured):
    bucket = gridfs.GridFSBucket(open_client.shop)
    content = bytes(range(256)) * 4000
    file_id = bucket.upload_from_stream("report.bin", content, metadata={"kind": "test"})
    assert bucket.open_download_stream(file_id).read() == content
    bucket.delete(file_id)
    assert open_client.shop["fs.chunks"].count_documents({}) == 0


def authentication(_open, secured):
    root = pymongo.MongoClient(secured, username="root", password="r00t")
    root.shop.command("createUser", "reader", pwd="pw", roles=["read"])
    root.shop.things.insert_one({"a": 1})
    reader = pymongo.MongoClient(secured, username="reader", password="pw", authSource="shop")
    assert reader.shop.things.count_documents({}) == 1
    for attempt in (
        lambda: reader.shop.things.insert_one({}),
        lambda: list(reader.shop.things.aggregate([{"$out": "copy"}])),
        lambda: pymongo.MongoClient(secured).shop.things.find_one(),
    ):
        assert refused(attempt) == 13
    wrong = pymongo.MongoClient(secured, username="reader", password="no", authSource="shop")
    assert refused(lambda: wrong.shop.things.find_one()) == 18


def refused(attempt):
    try:
        attempt()
    except OperationFailure as error:
        return error.code
    return None


CHECKS = [crud, types, bulk_and_retries, aggregation, transactions, files, authentication]


def main():
    server = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    failures = 0
    try:
        uris = json.loads(server.stdout.readline())
        with pymongo.MongoClient(uris["open"], serverSelectionTimeoutMS=10_000) as client:
            print(f"pymongo {pymongo.version}, MongoDB {client.server_info()['version']}")
            for check in CHECKS:
                try:
                    check(client, uris["secured"])
                    print(f"  passed  {check.__name__}")
                except Exception:
                    failures += 1
                    print(f"  FAILED  {check.__name__}\n{traceback.format_exc()}")
    finally:
        server.stdin.close()
        server.wait(20)
    return 1 if failures else 0


sys.exit(main())
