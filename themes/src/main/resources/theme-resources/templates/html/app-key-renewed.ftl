<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("appKeyRenewedWhat", label, appKey, realmName, hint, renewedAt)}</p>
<p>${msg("appKeyAlarmAddress", address)}</p>
<p>${msg("appKeyRenewedDo")}</p>
<p>${msg("appKeyIdleWhy")}</p>
</@layout.emailLayout>
