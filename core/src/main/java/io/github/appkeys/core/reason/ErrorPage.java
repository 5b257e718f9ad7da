package io.github.appkeys.core.reason;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A page that explains the reasons, such as a copy of {@code docs/errors.md}, with an anchor for each.
 *
 * @param url absolute, http or https, in ASCII, without a fragment, at most {@value #MAX_LENGTH} characters
 */
public record ErrorPage(String url) {

    /** Clients limit the size of all headers; Node.js to 16 KB. The address stands in up to two of them. */
    public static final int MAX_LENGTH = 1000;

    /**
     * The page at a stored address. Never throws, since an invalid address must not make a response fail.
     *
     * @param url may be null
     * @return empty if it is null or not such an address
     */
    public static Optional<ErrorPage> of(String url) {
        if (url == null || url.length() > MAX_LENGTH || !url.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getFragment() == null
                    ? Optional.of(new ErrorPage(url)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The {@code error_uri} of RFC 6749, section 5.2. All silent reasons have the same one. */
    public String uri(Reason reason) {
        return url + "#" + reason.anchor();
    }
}
