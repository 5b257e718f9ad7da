package io.github.appkeys.core.pair;

/** Values that several tests start from, made with Python's zlib.crc32, not with the code under test. */
public final class Samples {

    public static final String TOKEN = "apptoken_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG1jCQwk";
    static final String OTHER_TOKEN = "apptoken_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz479iMW";
    static final String TOKEN_OF_ZEROS = "apptoken_00000000000000000000000000000000000000000002PbCCj";

    private Samples() {
    }
}
