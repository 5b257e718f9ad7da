<#ftl output_format="plainText">
${msg("appKeyAlarmWhat." + kind, label, appKey, realmName, hint, lastAt)}
<#if place?has_content>

${msg("appKeyAlarmPlace", place)}
</#if>
<#if address?has_content>

${msg("appKeyAlarmAddress", address)}
</#if>
<#if endsAt?has_content>

${msg("appKeyAlarmEnds", endsAt)}
</#if>

${msg("appKeyAlarmDo." + kind)}

${msg("appKeyAlarmWhy")}
