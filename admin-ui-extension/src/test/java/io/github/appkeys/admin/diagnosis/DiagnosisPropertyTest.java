package io.github.appkeys.admin.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import io.github.appkeys.admin.http.AnyJson;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Questions about a pair, for any body. */
class DiagnosisPropertyTest {

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return AnyJson.objects(Set.of("appKey", "appToken", "requiredRoles", "address", "scope"));
    }

    @Property
    void anyBodyIsAQuestionOrRefused(@ForAll("bodies") Map<String, Object> body) {
        AnyJson.read(() -> DiagnosisInput.pasted(AnyJson.body(body)));
        AnyJson.read(() -> DiagnosisInput.ofPair(AnyJson.body(body))).ifPresent(question ->
                assertThat(question.pasted().toString()).doesNotContain("apptoken_"));
    }
}
