"""Reads a TensorBoard event file by the published record format and prints its scalars as JSON.

A record: length (uint64, little-endian), masked CRC-32C of these 8 bytes, data, masked CRC-32C of the data. The data is
an Event message: 1 wall_time (double), 2 step (varint), 3 file_version (bytes), 5 summary, 7 session_log. Written from the
format, and sharing nothing with the writer. Standard library only.
"""

import json
import struct
import sys


def table():
    rows = []
    for byte in range(256):
        crc = byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
        rows.append(crc)
    return rows


TABLE = table()


def masked(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    crc ^= 0xFFFFFFFF
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if not data[at - 1] & 0x80:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 1:
            value, at = struct.unpack_from("<d", data, at)[0], at + 8
        elif kind == 2:
            length, at = varint(data, at)
            value, at = data[at : at + length], at + length
        elif kind == 5:
            value, at = struct.unpack_from("<f", data, at)[0], at + 4
        else:
            raise SystemExit(f"wire type {kind}")
        yield key >> 3, value


def records(path):
    data = open(path, "rb").read()
    at = 0
    while at < len(data):
        head = data[at : at + 8]
        (length,) = struct.unpack("<Q", head)
        if struct.unpack_from("<I", data, at + 8)[0] != masked(head):
            raise SystemExit(f"checksum of the length at {at}")
        body = data[at + 12 : at + 12 + length]
        if struct.unpack_from("<I", data, at + 12 + length)[0] != masked(body):
            raise SystemExit(f"checksum of the data at {at}")
        yield body
        at += 16 + length


def main():
    scalars, version, starts = {}, None, []
    for path in sys.argv[1:]:
        for record in records(path):
            event = dict(fields(record))
            step = event.get(2, 0)
            version = event[3].decode() if 3 in event else version
            if 7 in event and dict(fields(event[7])).get(1) == 1:
                starts.append(step)
                for curve in scalars.values():
                    for later in [s for s in curve if s > step]:
                        del curve[later]
            for number, value in fields(event.get(5, b"")):
                if number == 1:
                    pair = dict(fields(value))
                    scalars.setdefault(pair[1].decode(), {})[step] = pair[2]
    print(json.dumps({"version": version, "starts": starts, "scalars": scalars}))


main()
