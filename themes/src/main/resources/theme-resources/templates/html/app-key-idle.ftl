<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("appKeyIdleWhat", label, appKey, realmName, expiresAt)}</p>
<p>${msg("appKeyIdleDo")}</p>
<p>${msg("appKeyIdleWhy")}</p>
</@layout.emailLayout>
