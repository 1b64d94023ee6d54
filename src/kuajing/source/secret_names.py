"""Which names of settings stand for a secret."""

import re

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_CHINESE = ("密码", "口令", "密钥", "私钥", "令牌", "凭证", "凭据", "密匙", "秘钥")
# Endings of the name with its separators taken out, so `dbPassword` and `db.password` are one.
_ENDINGS = (
    *(
        "password",
        "passwd",
        "passphrase",
        "passwort",
        "passwords",
        "credential",
        "credentials",
        "secret",
        "secrets",
    ),
    *("accesskey", "accesskeyid", "accessid", "accesskeys", "secretkey", "secretid", "privatekey", "apikey"),
    *(
        "accountkey",
        "sharedkey",
        "signingkey",
        "encryptionkey",
        "masterkey",
        "appkey",
        "storagekey",
        "licensekey",
    ),
    *(
        "authtoken",
        "accesstoken",
        "refreshtoken",
        "token",
        "apitokens",
        "accesstokens",
        "authorization",
        "cookie",
    ),
    *(
        "saslkey",
        "jaasconfig",
        "requirepass",
        "masterauth",
        "userinfo",
        "connectionstring",
        "passcode",
        "pwd",
    ),
)
_LAST_WORDS = frozenset({"pass", "pw", "psw", "passwds", "pwds", "sig", "signature", "keytab", "pem"})
# `sk` is also a surrogate key in a warehouse, so the short pair needs an owner before it.
_SHORT_PAIR = frozenset({"ak", "sk"})
_OWNERS = frozenset(
    (
        *(
            "access",
            "secret",
            "my",
            "user",
            "app",
            "api",
            "default",
            "cloud",
            "aliyun",
            "ali",
            "oss",
            "odps",
            "ots",
        ),
        *(
            "tencent",
            "cos",
            "huawei",
            "obs",
            "hw",
            "aws",
            "s3",
            "minio",
            "bos",
            "tos",
            "volc",
            "ks",
            "qiniu",
            "sls",
        ),
    )
)
# `password1`, `secret_value` and `password_hash` still tell the secret.
_TRAILING = frozenset(
    {"value", "text", "plain", "plaintext", "hash", "md5", "enc", "encrypted", "base64", "str"}
)


def is_secret_name(key: str) -> bool:
    """Whether the value under a key of this name is a secret, or one half of one."""
    if key.rstrip("0123456789_- ：:").endswith(_CHINESE):
        return True
    words = [word.lower() for word in _WORDS.findall(key)]
    while words and (words[-1] in _TRAILING or words[-1].isdigit()):
        words.pop()
    if not words:
        return False
    last = words[-1]
    if last in _SHORT_PAIR:
        return len(words) == 1 or words[-2] in _OWNERS
    joined = "".join(words)
    # The one name that goes on after the secret: `fs.azure.account.key.<account>.blob.core.windows.net`.
    return last in _LAST_WORDS or joined.endswith(_ENDINGS) or joined.startswith("fsazureaccountkey")
