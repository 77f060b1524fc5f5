package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.shared.InvalidInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// A part of a list.
///
/// @param next what to send as `after` for the next part, null at the end
@JsonInclude(JsonInclude.Include.ALWAYS)
record Page<T>(List<T> items, @Nullable String next) {

    static final int MOST = 500;
    static final String DEFAULT = "100";

    /// Where a list is mostly wanted whole.
    static final String EVERYBODY_AT_ONCE = "" + MOST;

    /// Answers with one part of a list that is in memory, ordered by a unique key.
    ///
    /// @param sorted all of it, in the natural order of its keys
    /// @param after the cursor the caller sent, null at the beginning
    static <S, T> ResponseEntity<Page<T>> of(
            List<S> sorted,
            Function<S, String> key,
            Function<S, T> shown,
            int limit,
            @Nullable String after) {
        check(limit);
        var from = after == null ? null : decoded(after);
        var rest =
                sorted.stream()
                        .filter(item -> from == null || key.apply(item).compareTo(from) > 0)
                        .limit(limit + 1L)
                        .toList();
        var part = rest.subList(0, Math.min(limit, rest.size()));
        var next = rest.size() > limit ? encoded(key.apply(part.getLast())) : null;
        return answer(new Page<>(part.stream().map(shown).toList(), next));
    }

    /// Answers with one part of a list that was read in part, with a number as its key.
    ///
    /// @param read the part and one item more, where there is one
    static <S, T> ResponseEntity<Page<T>> of(
            List<S> read, ToLongFunction<S> number, Function<S, T> shown, int limit) {
        var part = read.subList(0, Math.min(limit, read.size()));
        return answer(
                new Page<>(
                        part.stream().map(shown).toList(),
                        read.size() > limit
                                ? encoded("" + number.applyAsLong(part.getLast()))
                                : null));
    }

    /// Answers with a part; the address of the next one is in the header `Link` too.
    static <T> ResponseEntity<Page<T>> answer(Page<T> page) {
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + following(page.next()) + ">; rel=\"next\"");
        }
        return answer.body(page);
    }

    /// The address of the request with another cursor. Its parameters are written anew: what a
    /// caller sent may hold what no address may.
    private static String following(String cursor) {
        var next = ServletUriComponentsBuilder.fromCurrentRequest().replaceQuery(null);
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getParameterMap()
                .forEach((name, values) -> {
                    for (var value : values) {
                        if (!name.equals("after")) {
                            next.queryParam(inAnAddress(name), inAnAddress(value));
                        }
                    }
                });
        return next.queryParam("after", cursor).build(true).toUriString();
    }

    private static String inAnAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidInput.of("/limit", "The limit is from 1 to " + MOST + ".");
        }
    }

    static String encoded(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    /// The number of the last item seen, where the key of a list is a number.
    static long number(String cursor) {
        try {
            return Long.parseLong(decoded(cursor));
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    private static InvalidInput notOurs() {
        return InvalidInput.of(
                "/after", "This is the next of the answer before; it is not made by hand.");
    }
}
