package io.github.appkeys.admin;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.admin.http.AnyJson;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.core.pair.NewPair;
import io.github.appkeys.core.service.pairs.NewAdoption;
import io.github.appkeys.core.settings.RealmSettings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The bodies that create a pair, for any values. */
class InputPropertyTest {

    private static final Set<String> NAMES = Stream.of(FieldNames.of(NewPair.class), FieldNames.of(NewAdoption.class),
            Set.of("clientId", "delivery")).flatMap(Set::stream).collect(Collectors.toSet());

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return AnyJson.objects(NAMES);
    }

    @Property
    void anyBodyIsAPairOrRefused(@ForAll("bodies") Map<String, Object> body) {
        AnyJson.read(() -> PairInput.read(AnyJson.body(body)));
    }

    @Property
    void anyBodyIsARenewalOrRefused(@ForAll("bodies") Map<String, Object> body) {
        AnyJson.read(() -> RenewalRequest.read(AnyJson.body(body), RealmSettings.DEFAULT));
    }
}
