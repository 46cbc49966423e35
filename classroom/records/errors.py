"""What is told when the record cannot be kept: what happened, where, and what to do."""

import errno
import sqlite3
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text

DAMAGED: Final = Text(
    en="The class record {where} is damaged. It was left exactly as it is. Move it to a safe place, "
    "then put back your last copy, or start again without it.",
    zh="课堂记录 {where} 已损坏，程序没有改动它。"
    "请先把它移到别处保存好，再放回最近一次的备份；没有备份就重新开始一份。",
)
NOT_A_RECORD: Final = Text(
    en="{where} is not a class record: a database of this lab was expected. "
    "It was left as it is. Name another file, or move this one away.",
    zh="{where} 不是本实验室的课堂记录，程序没有改动它。请换一个文件名，或把这个文件移走。",
)
LOST_MAIN_FILE: Final = Text(
    en="The class record {where} is empty, yet its journal {where}-wal still holds entries. Nothing was "
    "touched. Keep a copy of both files, then put back your last copy of the record.",
    zh="课堂记录 {where} 是空的，而日志 {where}-wal 里还有内容，程序没有改动它们。"
    "请把两个文件都备份好，再放回最近一次的记录。",
)
EMPTIED: Final = Text(
    en="The class record {where} has no bytes at all, as if something had emptied it: the lab never makes "
    "such a file. It was left as it is. Put back your last copy, or delete the file to begin a new record.",
    zh="课堂记录 {where} 是零字节的空文件，像是被清空了（实验室从不生成这样的文件），程序没有改动它。"
    "请放回最近一次的备份；要新建一份记录，请先删除这个文件。",
)
READ_ONLY_FILE: Final = Text(
    en="The class record {where} can be read but not written. "
    "Allow writing to this file, or name another one in LAB_DATABASE_URL.",
    zh="课堂记录 {where} 只能读取，不能写入。请开放该文件的写入权限，或在 LAB_DATABASE_URL 中另选一个文件。",
)
READ_ONLY_FOLDER: Final = Text(
    en="The folder {where} does not allow new files, and the class record needs to write there. "
    "Allow writing to this folder, or name another one in LAB_DATABASE_URL.",
    zh="文件夹 {where} 不允许写入，课堂记录无法存放在这里。"
    "请开放写入权限，或在 LAB_DATABASE_URL 中另选一个文件夹。",
)
DISK_FULL: Final = Text(
    en="The disk that holds the class record {where} is full. What was saved before is safe; the last entry "
    "was not saved. Free some space and try again.",
    zh="存放课堂记录 {where} 的磁盘已满。此前保存的内容都在，最后一条没有存上。请腾出空间后再试。",
)
NETWORK_DRIVE: Final = Text(
    en="The class record {where} would lie on a network drive ({kind}), where several computers can damage "
    "it. Put it on a disk of this computer, or name a PostgreSQL database in LAB_DATABASE_URL.",
    zh="课堂记录 {where} 位于网络驱动器（{kind}），多台电脑同时写入会损坏它。"
    "请放到本机磁盘上，或在 LAB_DATABASE_URL 中填写 PostgreSQL 数据库。",
)
NEWER: Final = Text(
    en="The class record {where} was written by a newer version of the lab (schema {revision}). "
    "It was left as it is. Start the newer version, or choose another record.",
    zh="课堂记录 {where} 是由更新版本的实验室写入的（结构版本 {revision}），程序没有改动它。"
    "请启动新版本，或换一份记录。",
)
BUSY: Final = Text(
    en="The class record {where} is held by another program. "
    "Close the program that has it open, then try again.",
    zh="课堂记录 {where} 正被另一个程序占用。请关闭打开它的程序后再试。",
)
UNREADABLE: Final = Text(
    en="The class record {where} cannot be opened ({reason}). Check that the path names a file on a working "
    "disk and that you may open it.",
    zh="无法打开课堂记录 {where}（{reason}）。请检查该路径是否为可用磁盘上的文件，以及您是否有权打开它。",
)
NO_SERVER: Final = Text(
    en="The database {where} does not answer as expected ({reason}). "
    "Check LAB_DATABASE_URL and that the database server is running.",
    zh="数据库 {where} 没有正常应答（{reason}）。请检查 LAB_DATABASE_URL，并确认数据库服务器正在运行。",
)
NO_DRIVER: Final = Text(
    en="The database {where} needs the Python package {package}, which is not installed. In the lab's "
    "environment, run: pip install --require-hashes --no-deps -r requirements/postgres.txt. "
    "Or leave LAB_DATABASE_URL empty to use a file.",
    zh="使用数据库 {where} 需要 Python 软件包 {package}，目前尚未安装。请在实验室的环境中执行 "
    "pip install --require-hashes --no-deps -r requirements/postgres.txt，"
    "或清空 LAB_DATABASE_URL 改用本地文件。",
)
BUSY_SERVER: Final = Text(
    en="The database {where} was busy with this very entry for too long, so it was not saved. Try again.",
    zh="数据库 {where} 正忙于处理同一条内容，等待超时，这一条没有存上。请再试一次。",
)
READ_ONLY_SERVER: Final = Text(
    en="The database {where} can be read but not written: it may be a standby. "
    "Name the main server in LAB_DATABASE_URL.",
    zh="数据库 {where} 只能读取，不能写入，可能是备用服务器。请在 LAB_DATABASE_URL 中填写主服务器。",
)
BAD_ENCODING: Final = Text(
    en="The database {where} keeps letters as {encoding}, which cannot hold every name. "
    "Make one with: createdb --encoding UTF8 --template template0 …",
    zh="数据库 {where} 的字符编码是 {encoding}，无法保存所有姓名。"
    "请用 createdb --encoding UTF8 --template template0 … 新建一个数据库。",
)
NOT_OUR_DATABASE: Final = Text(
    en="The database {where} holds tables, but no class record: it may belong to another program. "
    "It was left as it is. Name an empty database in LAB_DATABASE_URL.",
    zh="数据库 {where} 中已有数据表，却没有课堂记录，可能属于其他程序，本实验室没有改动它。"
    "请在 LAB_DATABASE_URL 中填写一个空数据库。",
)
BAD_ADDRESS: Final = Text(
    en="LAB_DATABASE_URL should be a file name, sqlite:///… or postgresql://…; got {where}. "
    "Correct it, or leave it empty to use var/lab.db.",
    zh="LAB_DATABASE_URL 应为文件名、sqlite:///… 或 postgresql://…，现在是 {where}。"
    "请改正，或留空以使用 var/lab.db。",
)

THERE_ALREADY: Final = Text(
    en="There is a file {where} already; a copy never takes the place of another. Name a new one.",
    zh="文件 {where} 已经存在，备份不会覆盖其他文件。请另起一个文件名。",
)
RECORD_THERE: Final = Text(
    en="There is a class record at {where} already, and it was left as it is. "
    "Add --replace to restore the copy in its place; the record of now is then kept beside it.",
    zh="{where} 已有课堂记录，程序没有改动它。要用备份替换，请加上 --replace；现在的记录会另外保留一份。",
)
IN_USE: Final = Text(
    en="The class record {where} is in use. Stop the lab first, then restore the copy.",
    zh="课堂记录 {where} 正在使用中。请先停止实验室，再恢复备份。",
)
NOT_A_COPY: Final = Text(
    en="{where} is no copy of a class record of {kind}, which {record} is. "
    "Name a file that was written by: python -m classroom backup --out …",
    zh="{where} 不是 {kind} 课堂记录的备份，而 {record} 需要这种备份。"
    "请指定由 python -m classroom backup --out … 生成的文件。",
)
NO_CLIENT: Final = Text(
    en="The program {program} is missing: a copy of a record on PostgreSQL is made by PostgreSQL's own. "
    "Install it (on Debian: apt install postgresql-client), then try again.",
    zh="缺少程序 {program}：PostgreSQL 上的课堂记录要用它自带的程序备份。"
    "请先安装（Debian 上执行 apt install postgresql-client），然后再试。",
)
CLIENT_FAILED: Final = Text(
    en="{program} could not do it for {where}: {reason}",
    zh="{program} 处理 {where} 时失败：{reason}",
)

_SENTENCES: Final = {
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": NOT_A_RECORD,
    "SQLITE_READONLY": READ_ONLY_FILE,
    "SQLITE_FULL": DISK_FULL,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_CANTOPEN": UNREADABLE,
    "SQLITE_IOERR": UNREADABLE,
    "SQLITE_PERM": UNREADABLE,
}
_DISK_FULL_NUMBERS: Final = (errno.ENOSPC, errno.EDQUOT)
_READ_ONLY_NUMBERS: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


def say(sentence: Text, **values: object) -> ReaderError:
    """The error that tells a reader this sentence."""
    return ReaderError(sentence.fill(values))


def from_sqlite(error: sqlite3.Error, where: str) -> ReaderError | None:
    """What a failure of SQLite means to a reader; None if it is a mistake in the program."""
    name = getattr(error, "sqlite_errorname", "")
    for code, sentence in _SENTENCES.items():
        if name == code or name.startswith(f"{code}_"):
            return say(sentence, where=where, reason=str(error))
    return None


def from_system(error: OSError, where: str, refused: Text) -> ReaderError:
    """What a failure of the file system means; `refused` is said when writing is not allowed."""
    if error.errno in _DISK_FULL_NUMBERS:
        return say(DISK_FULL, where=where)
    if error.errno in _READ_ONLY_NUMBERS:
        return say(refused, where=where)
    return say(UNREADABLE, where=where, reason=error.strerror or type(error).__name__)
