<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("appKeyAlarmWhat." + kind, label, appKey, realmName, hint, lastAt)}</p>
<#if place?has_content>
<p>${msg("appKeyAlarmPlace", place)}</p>
</#if>
<#if address?has_content>
<p>${msg("appKeyAlarmAddress", address)}</p>
</#if>
<#if endsAt?has_content>
<p>${msg("appKeyAlarmEnds", endsAt)}</p>
</#if>
<p>${msg("appKeyAlarmDo." + kind)}</p>
<p>${msg("appKeyAlarmWhy")}</p>
</@layout.emailLayout>
